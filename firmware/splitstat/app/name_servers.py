"""Who is asked for names, and what they said last: what stays in memory of resolver.py."""

servers = ["", ""]  # name server of the network, and one to fall back on
known = {}  # name -> the address it had last
STAYS = True  # the next reconnect asks them (seldom.py)
