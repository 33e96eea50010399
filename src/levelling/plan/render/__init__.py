"""What shows a document: HTML, JSON and Markdown. All three walk the same tree and show the same numbers."""
