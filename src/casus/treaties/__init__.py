"""The treaties room."""
