// `npm start`: from a fresh clone to the running city. Arguments after `--` are passed on to `motcua serve`.
import { launch } from "./launch.mjs";
import { main } from "./runtime.mjs";

await main(() => launch(["serve", ...process.argv.slice(2)]));
