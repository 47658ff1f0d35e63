"""The list of traps: each is a function that returns the bytes of a file or a `Document`, under the name of the function."""
TRAPS = []


def trap(expected):
    """What a joiner has to do with the file."""

    def register(function):
        TRAPS.append((function.__name__.replace("_", "-"), expected, function))
        return function

    return register


SOUND = "joins; the packet stays PDF/A-2a and PDF/UA-1"
TAGGED = "joins with its tags; claims nothing"
PLAIN = "joins untagged"
