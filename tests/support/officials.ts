import { randomUUID } from "node:crypto";
import type { Role } from "#features/identity/index.ts";
import type { TestProgram } from "./program.ts";

/** An official who holds one place and no other, unlike the demo people; signs in like them, as `login`. */
export async function anOfficial(program: TestProgram, login: string, role: Role, unitCode: string): Promise<string> {
  const { db } = program.deps.database;
  const { passwordHash } = await db
    .selectFrom("account")
    .select("passwordHash")
    .where("login", "=", "leader@demo")
    .executeTakeFirstOrThrow();
  const id = randomUUID();
  const createdAt = program.clock.now();
  await db
    .insertInto("account")
    .values({ id, login: `${login}@demo`, kind: "official", displayName: login, passwordHash, isDemo: true, createdAt })
    .execute();
  const unitId = program.deps.organisation().byCode(unitCode)?.id;
  if (unitId === undefined) throw new Error(`There is no unit ${unitCode}`);
  await db.insertInto("posting").values({ accountId: id, unitId, role, validFrom: "2020-01-01" }).execute();
  return login;
}
