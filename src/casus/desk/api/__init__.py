"""The desk's interface for programs: ``/api/v1/``, described by an OpenAPI document."""
