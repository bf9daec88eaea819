import pg from "pg";

/** Connections of the database's owner whose writing no trigger stops: for making and mending the city, never for measuring. */
export function ownerOf(url: string): pg.Pool {
  const owner = new pg.Pool({ connectionString: url, max: 4, options: "-c session_replication_role=replica" });
  // The database may end before the last connection has heard that it is to close.
  owner.on("error", () => {});
  return owner;
}
