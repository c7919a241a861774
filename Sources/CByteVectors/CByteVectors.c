// All of it is in the header, to be compiled where it is used.
#include "CByteVectors.h"
