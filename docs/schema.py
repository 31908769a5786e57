"""Write the JSON Schema of report.json anew: `make docs` runs it after a field was added."""

from summarize.report.schema import FILE, schema_text

FILE.write_text(schema_text(), encoding="utf-8")
