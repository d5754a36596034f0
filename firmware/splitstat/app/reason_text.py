"""A reason or a fault as a sentence, from reasons.txt beside this file: it costs flash, not heap.

A line is a word of the core and what to say, with the place of its number: %c seconds as minutes
and seconds, %k tenths without their sign, %r tenths, %i as it is. Behind a bar stands what is said
instead where the number is negative, or 0 in place of seconds. Faults begin with "!".
"""


def beside(name: str) -> str:
    """The path of a file of this folder, which a board may have joined into one module, or put
    beside the package."""
    folder = __file__.rsplit("/", 1)[0]
    for place in (folder, folder + "/app", folder + "/splitstat"):
        try:
            open(place + "/" + name).close()
            return place + "/" + name
        except OSError:
            pass
    return folder + "/" + name


def _line(word):
    try:
        with open(beside("reasons.txt"), "rb") as lines:
            for line in lines:
                if line.startswith(word):
                    return str(line[len(word) :], "utf-8").strip()
    except OSError:
        pass
    return None


def tenths(n: int) -> str:
    return "%s%d.%d" % ("-" if n < 0 else "", abs(n) // 10, abs(n) % 10)


def say(action: str, word: str, n: int) -> str:
    """ "waiting: minimum off time, 2:20"; an unknown word is said as it is."""
    if action == "waiting" and word == "season":
        word = "waiting_season"
    first, _, other = (_line((word + " ").encode()) or word).partition("|")
    if other and (n < 0 or (n == 0 and "%c" in first)):
        first = other
    for mark, number in (
        ("%c", "%d:%02d" % (n // 60, n % 60)),
        ("%k", tenths(abs(n))),
        ("%r", tenths(n)),
        ("%i", str(n)),
    ):
        first = first.replace(mark, number)
    return action + ": " + first


def faults(words) -> str:
    """Every fault in words; an empty text where there is none."""
    return "; ".join([_line(("!" + word + " ").encode()) or word for word in words])
