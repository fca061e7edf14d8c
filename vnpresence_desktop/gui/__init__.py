"""The window: pages and the parts they are made of; they take callables and plain data, never the store."""
