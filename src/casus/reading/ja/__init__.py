"""The Japanese reader."""
