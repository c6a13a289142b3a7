"""The pages of the desk: views, templates and what they are shown with."""
