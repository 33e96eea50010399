"""The plan of a place: one document tree, its sections, and what renders it.

Example:
    >>> from levelling.atlas import Atlas
    >>> atlas = Atlas.open()
    >>> document = build(atlas, atlas.area("Hartlepool"))
    >>> document.sections[0].title
    'The place in brief'
"""

from levelling.plan.build import build
from levelling.plan.document import Document
from levelling.plan.save import file_name, render, save
from levelling.plan.templates import Template, template

__all__ = ["Document", "Template", "build", "file_name", "render", "save", "template"]
