#include "ui/client/transport.h"  // A file of its own, so that moc reads the header.
