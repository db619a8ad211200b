"""Check digits: whether a number was typed as it was given."""


def orcid_digit(digits: str) -> str:
    """The last character of an ORCID after its first fifteen digits (ISO 7064, MOD 11-2)."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)


def isbn10_digit(digits: str) -> str:
    """The last character of an ISBN-10 after its first nine digits."""
    rest = (
        -sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=True))
        % 11
    )
    return "X" if rest == 10 else str(rest)


def isbn13_digit(digits: str) -> str:
    """The last digit of an ISBN-13 after its first twelve (GS1)."""
    return str(-sum(int(digit) * (1 + 2 * (place % 2)) for place, digit in enumerate(digits)) % 10)
