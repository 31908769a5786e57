"""Who wrote a report: credited by what they wrote, and not by who was asked."""

from __future__ import annotations

from summarize.claims import Brief, StoryBrief
from summarize.report.desk import Desk


def credit(desk: Desk) -> str:
    """`written by llama3`, or how many stories (briefs, where there are none) each writer wrote."""
    labels, writer = desk.labels, desk.report.method.writer
    if writer.why:
        stood_in = writer.kind == "extractive"
        return labels.say("written_instead" if stood_in else "nothing_written", why=writer.why)
    if writer.kind == "extractive" or not writer.model:
        return labels.say("written_by_extraction")
    stories = [story.brief for story in desk.report.stories]
    parts = stories or desk.report.briefs
    unit = "stories" if stories else "briefs"
    others = sum(part.writer.kind == "extractive" for part in parts)
    lacking = sum(map(_is_lacking, parts))
    said = labels.say("written_by_model", model=writer.model)
    if others:
        own = labels.count(unit, len(parts) - others - lacking)
        others_too = labels.count(unit, others)
        said = labels.say("written_by_both", model=writer.model, own=own, others=others_too)
    if lacking:
        said += f", {labels.say('left_unwritten', parts=labels.count(unit, lacking))}"
    return said


def mark(desk: Desk, part: Brief | StoryBrief) -> str:
    """What is said at one story or brief that is not all by the writer of the report; else empty.

    Why it is not is said once, in the head.
    """
    labels, writer, of_all = desk.labels, part.writer, desk.report.method.writer
    if _is_lacking(part):
        return "" if of_all.why else labels.say("not_written")
    if writer.kind == "model" and writer.why:
        return labels.say("written_in_part", model=writer.model or "")
    if (writer.kind, writer.model) == (of_all.kind, of_all.model):
        return ""
    if writer.kind == "extractive":
        return labels.say("written_by_built_in")
    return labels.say("written_by_model", model=writer.model or "")


def _is_lacking(part: Brief | StoryBrief) -> bool:
    """Whether nobody wrote it."""
    return part.writer.kind == "model" and part.writer.why is not None and not part.claims
