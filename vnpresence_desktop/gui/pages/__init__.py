"""The pages of the window, one module a page; each receives plain functions in a small dataclass of acts."""
