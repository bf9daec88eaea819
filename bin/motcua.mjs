#!/usr/bin/env node
// `npx motcua <command>`: the program's commands, each with --help.
import { launch } from "../scripts/launch.mjs";
import { main } from "../scripts/runtime.mjs";

await main(() => launch(process.argv.slice(2)));
