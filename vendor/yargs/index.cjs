// Only the command lines of graphile-worker, graphile-config and qrcode read arguments; we use them as libraries.
throw new Error("The command lines of other packages are left out of motcua's installation; see vendor/README.md.");
