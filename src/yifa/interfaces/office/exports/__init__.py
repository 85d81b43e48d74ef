"""Lists written as workbooks in the background: asked for, followed, fetched by who asked, gone after some days.

What can be exported, the setting `EXPORTS` says: by its name the function that tells columns and rows. It runs within
the scope of who asked, as that is on the day it runs.
"""
