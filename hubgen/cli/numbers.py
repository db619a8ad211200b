"""Numbers in sentences."""


def counted(number: int, one: str, many: str = "") -> str:
    """`1 page`, `2 pages`, `1,204 entries`"""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def seconds(duration: float) -> str:
    """`0.08 s`, `1.2 s`, `95 s`: as exact as it is of use."""
    if duration < 1:
        return f"{duration:.2f} seconds"
    return f"{duration:.1f} seconds" if duration < 60 else f"{duration:,.0f} seconds"
