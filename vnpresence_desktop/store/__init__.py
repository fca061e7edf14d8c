"""The one encrypted SQLite file: driver, units of work, operations, migrations, queries, backup."""
