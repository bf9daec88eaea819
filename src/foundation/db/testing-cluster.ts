/** For the test runner: one PostgreSQL for the whole run, with a migrated template that each test file copies. */
import type { TestProject } from "vitest/node";
import { startScratch } from "./scratch.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Of the owner, on the maintenance database. */
    clusterUrl: string;
    templateName: string;
  }
}

export default async function startTestCluster(project: TestProject) {
  const scratch = await startScratch();
  project.provide("clusterUrl", scratch.ownerUrl);
  project.provide("templateName", scratch.migratedName);
  return scratch.end;
}
