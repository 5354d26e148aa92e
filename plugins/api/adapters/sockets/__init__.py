"""The door on the wall of websockets: who opens one, what they may keep open, and how what happens reaches them.

* `routing.SocketDoor` is the ASGI application: it finds what a package has plugged in with `SocketRoute`;
* `socket.Socket` is what such a package extends: sign-in, limits, close codes, asking the door again and again;
* `publishing.publish` says to every process that there is something new about a topic. It carries no content.
"""
