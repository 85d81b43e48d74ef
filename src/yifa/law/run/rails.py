"""Truth of three values taken apart: where a tree is surely yes, and where it is surely no.

A mask asks only where something is yes. Both answers are made of comparisons, `and` and `or` alone, with every `not` at
the comparisons themselves; so a NULL anywhere is as good as no, and no engine has to carry it through. What stands for
an unknown (`otherwise no`) is taken as what it is, and choices between truth values fall apart into their cases.
"""

from __future__ import annotations

from yifa.law.conditions.tree import (
    NO,
    NULL,
    YES,
    And,
    Choose,
    Coalesce,
    Compare,
    Comparison,
    Constant,
    Expr,
    IsKnown,
    Not,
    Or,
    either,
    surely,
)

_CONTRARY = {
    Comparison.EQUAL: Comparison.UNEQUAL,
    Comparison.UNEQUAL: Comparison.EQUAL,
    Comparison.LESS: Comparison.AT_LEAST,
    Comparison.AT_LEAST: Comparison.LESS,
    Comparison.MORE: Comparison.AT_MOST,
    Comparison.AT_MOST: Comparison.MORE,
}


class Rails:
    """Takes trees apart; equal parts that are one object are taken apart once."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, bool], tuple[Expr, Expr]] = {}

    def yes(self, expr: Expr) -> Expr:
        """A tree that is yes where `expr` is yes, and no or NULL elsewhere."""
        return self._of(expr, True)

    def no(self, expr: Expr) -> Expr:
        """A tree that is yes where `expr` is no, and no or NULL elsewhere."""
        return self._of(expr, False)

    def _of(self, expr: Expr, side: bool) -> Expr:
        key = (id(expr), side)
        if key not in self._found:
            self._found[key] = expr, self._taken(expr, side)
        return self._found[key][1]

    def _taken(self, expr: Expr, side: bool) -> Expr:
        match expr:
            case Constant(value=value):
                return YES if value is side else NO
            case Not(of=of):
                return self._of(of, not side)
            case And(parts=parts):
                return (all_of if side else either)(*(self._of(part, side) for part in parts))
            case Or(parts=parts):
                return (either if side else all_of)(*(self._of(part, side) for part in parts))
            case Compare(how=how, left=left, right=right):
                return expr if side else Compare(_CONTRARY[how], left, right)
            case Coalesce(parts=(of, Constant(value=bool() as instead))):
                return self._of(of, side) if instead is not side else not_yes(self._of(of, not side))
            case Choose(when=when, then=then, otherwise=otherwise):
                return self._case(self.yes(when), self._of(then, side), self._of(otherwise, side))
        return expr if side else Not(expr)

    def _case(self, when: Expr, then: Expr, otherwise: Expr) -> Expr:
        """Where the case chosen is yes; `when` is yes or as good as no."""
        if then == YES:
            return either(when, otherwise)
        if otherwise == NO:
            return all_of(when, then)
        return either(all_of(when, then), all_of(not_yes(when), otherwise))


def not_yes(of: Expr) -> Expr:
    """Where something is not yes: yes also where it is NULL."""
    if of in (YES, NO, NULL):
        return NO if of == YES else YES
    return Not(of if _is_told(of) else surely(of))


def _is_told(expr: Expr) -> bool:
    """Whether a tree is surely never NULL."""
    match expr:
        case IsKnown():
            return True
        case Constant(value=value):
            return value is not None
        case Not(of=of):
            return _is_told(of)
        case And(parts=parts) | Or(parts=parts):
            return all(map(_is_told, parts))
        case Coalesce(parts=parts):
            return _is_told(parts[-1])
    return False


def all_of(*parts: Expr) -> Expr:
    """All of them, none taken apart; what is NULL is as good as no."""
    if NO in parts or NULL in parts:
        return NO
    kept = tuple(dict.fromkeys(part for part in parts if part != YES))
    return YES if not kept else kept[0] if len(kept) == 1 else And(kept)
