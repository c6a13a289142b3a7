// Draws the places of an incident and the boundaries near them; the list under the map says the same in words.
for (const box of document.querySelectorAll("[data-map]")) {
  const ink = getComputedStyle(document.documentElement).getPropertyValue("--ink").trim();
  maplibregl.setWorkerUrl(box.dataset.worker);
  fetch(box.dataset.map).then((answer) => answer.json()).then((data) => {
    const places = data.features.filter((f) => f.properties.kind === "place");
    if (!places.length) { box.remove(); return; }
    const lines = (dashed) => ({ type: "FeatureCollection",
      features: data.features.filter((f) => f.properties.kind === "boundary" && Boolean(f.properties.dashed) === dashed) });
    const paint = { "line-color": ink, "line-width": 1.4 };
    new maplibregl.Map({ container: box, attributionControl: false, center: places[0].geometry.coordinates, zoom: 7,
      style: { version: 8, sources: { solid: { type: "geojson", data: lines(false) }, dashed: { type: "geojson", data: lines(true) },
        places: { type: "geojson", data: { type: "FeatureCollection", features: places } } },
        layers: [ { id: "solid", type: "line", source: "solid", paint },
          { id: "dashed", type: "line", source: "dashed", paint: { ...paint, "line-dasharray": [3, 2] } },
          { id: "places", type: "circle", source: "places", paint: { "circle-radius": 7, "circle-color": "#c0392b", "circle-opacity": 0.75 } } ] } });
  });
}
