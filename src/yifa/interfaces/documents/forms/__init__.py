"""Forms of papers as Word documents (.docx): places such as 〔案号〕 are found and filled, and nothing else is touched.

A form is filled inside its package: only the words of its places change, so whatever an office gave it (red head,
fonts, tables, pictures, page numbers) stays as it was.
"""
