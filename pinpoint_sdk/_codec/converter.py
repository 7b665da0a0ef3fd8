"""The one cattrs converter between boto3's dicts and the models.

A hook is generated for each model at its first use, out of its members.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cattrs import Converter

from pinpoint_sdk._codec.codegen import is_model
from pinpoint_sdk._codec.dict_reader import structure_hook
from pinpoint_sdk._codec.dict_writer import unstructure_hook

converter = Converter()


def _unstructure_hook(cls: Any) -> Callable[[Any], dict[str, object]]:
    return unstructure_hook(cls, converter)


converter.register_structure_hook_factory(is_model, structure_hook)
converter.register_unstructure_hook_factory(is_model, _unstructure_hook)
