"""Makes the weights of newslint-reader: texts, lessons, the network, its training and its export.  No run imports it."""
