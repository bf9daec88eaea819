// graphile-worker looks for a configuration file the moment it is imported, in every folder from here upwards, and runs
// what it finds. Ours is passed to it as plain values, so there is nothing to be found.
exports.cosmiconfigSync = () => ({ search: () => null });
