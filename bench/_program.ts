/** The whole program, site and worker, on a made city: a process of its own, its clock where the made data ends. */
import { serve } from "../src/serve.ts";
import { answersOn } from "./_child.ts";
import { depsOf, goingOnFrom } from "./million/program.ts";

const running = await serve(await depsOf(process.env, goingOnFrom(new Date(process.env.BENCH_NOW ?? Date.now()))));
answersOn(running.port, running.stop);
