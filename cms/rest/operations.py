"""The OpenAPI document laid out for a page: operations by plugin, with what each takes and gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from plugins.api.registry import registry

Schema = dict[str, Any]


@dataclass(frozen=True)
class Line:
    """One parameter, field or answer: its name, its type, and what is said about it."""

    name: str
    type: str
    text: str


@dataclass(frozen=True)
class Operation:
    """One thing that a program can ask for."""

    anchor: str
    method: str
    path: str
    text: str
    parameters: list[Line]
    takes: list[Line]
    fields: list[Line]
    answers: list[Line]


@dataclass(frozen=True)
class PluginPart:
    """What one plugin brings to the API."""

    name: str
    title: str
    operations: list[Operation] = field(default_factory=list)


def operations_by_plugin(document: Schema) -> list[PluginPart]:
    """In the order of the registry: the core first."""
    parts = {plugin.name: PluginPart(plugin.name, str(plugin.title)) for plugin in registry.plugins}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            parts[operation["x-origin"]].operations.append(_operation(document, path, method, operation))
    return [part for part in parts.values() if part.operations]


def _operation(document: Schema, path: str, method: str, operation: Schema) -> Operation:
    return Operation(
        anchor=operation["operationId"],
        method=method.upper(),
        path=path,
        text=operation.get("description", ""),
        parameters=[
            Line(given["name"], _type(given["schema"]), given.get("description", ""))
            for given in (_resolved(document, parameter) for parameter in operation.get("parameters", []))
        ],
        takes=list(_taken(document, operation)),
        fields=list(_fields(document, operation)),
        answers=[
            Line(status, "", _resolved(document, answer).get("description", ""))
            for status, answer in operation["responses"].items()
        ],
    )


def _taken(document: Schema, operation: Schema) -> Iterator[Line]:
    """The fields that are sent, those first without which it does not work."""
    for content in operation.get("requestBody", {}).get("content", {}).values():
        shape = _resolved(document, content["schema"])
        needed = shape.get("required", ())
        lines = {line.name: line for line in _lines(document, shape)}
        for name in sorted(lines, key=lambda name: name not in needed):
            line = lines[name]
            yield Line(name, f"{line.type}, needed" if name in needed else line.type, line.text)


def _fields(document: Schema, operation: Schema) -> Iterator[Line]:
    """The fields of the successful answer; of a list, those of its items."""
    for status, answer in operation["responses"].items():
        for content in answer.get("content", {}).values() if status.startswith("2") else ():
            shape = _resolved(document, content["schema"])
            if items := shape.get("properties", {}).get("results"):
                shape = _resolved(document, items["items"])
            yield from _lines(document, shape)


def _lines(document: Schema, shape: Schema) -> Iterator[Line]:
    for name, value in shape.get("properties", {}).items():
        yield Line(name, _type(value), _resolved(document, value).get("description", ""))


def _resolved(document: Schema, part: Schema) -> Schema:
    """What a `$ref` points to, with what is said beside it."""
    if "$ref" not in part:
        return part
    target = document
    for step in part["$ref"].removeprefix("#/").split("/"):
        target = target[step]
    return {**target, **part}


def _type(schema: Schema) -> str:
    """A type in few words: `string or null`, `list of Topic`, `integer, 1 to 100`."""
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if several := schema.get("oneOf") or schema.get("allOf") or schema.get("anyOf"):
        return " or ".join(_type(one) for one in several)
    if "enum" in schema:
        return ", ".join("null" if value is None else str(value) for value in schema["enum"])
    kind = schema.get("type", "anything")
    if kind == "array":
        return f"list of {_type(schema['items'])}"
    words = " or ".join(kind) if isinstance(kind, list) else str(kind)
    return f"{words}, {schema['minimum']} to {schema['maximum']}" if "maximum" in schema else words
