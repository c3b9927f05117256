// SHA-256 for the manifest: Nettle's, not ours.
#pragma once
#include <nettle/sha2.h>
