"""The web application: articles linted in a browser, and for other programs over HTTP. It keeps nothing that it is sent."""
