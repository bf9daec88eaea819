// Sources to dist/: the program as one file, and what browsers are given. Made beside dist/ and put in its place at the
// end, so a program that is running or starting never sees half a build.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { markBuilt, takeFingerprint } from "./freshness.mjs";
import { ensurePackages, main, project, say } from "./runtime.mjs";

const target = join(project, "dist");
const unfinished = join(project, `dist.${process.pid}.new`);
const assets = join(unfinished, "assets");
const fontFolder = join(project, "node_modules/@fontsource/be-vietnam-pro/files");
const fontFiles = ["latin", "vietnamese"].flatMap((subset) =>
  [400, 600, 700].map((weight) => `be-vietnam-pro-${subset}-${weight}-normal.woff2`),
);
const stillImages = new Set([".svg", ".png", ".ico", ".webmanifest"]);

await main(async () => {
  await ensurePackages({ dev: false });
  const esbuild = await import("esbuild");
  const startedAt = performance.now();
  const taken = takeFingerprint();
  try {
    mkdirSync(join(assets, "fonts"), { recursive: true });
    const [, manifest] = await Promise.all([buildProgram(esbuild), buildAssets(esbuild)]);
    writeFileSync(join(assets, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    replaceFolder();
  } catch (error) {
    // esbuild has shown its errors where they are; its own stack tells nothing more.
    if (Array.isArray(error.errors)) return 1;
    throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  markBuilt(taken);
  say(`Built dist/ in ${Math.round(performance.now() - startedAt)} ms`);
  return 0;
});

/** src/main.ts and all it imports as one file; packages stay in node_modules. */
async function buildProgram(esbuild) {
  await esbuild.build({
    absWorkingDir: project,
    entryPoints: ["src/main.ts"],
    outfile: join(unfinished, "main.js"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    packages: "external",
    jsx: "automatic",
    jsxImportSource: "#jsx",
    sourcemap: "linked",
    sourcesContent: false,
    logLevel: "warning",
  });
}

/** Answers the manifest: the name a page asks for, and the address that changes whenever the content does. */
async function buildAssets(esbuild) {
  const manifest = {};
  const publish = (name, content) => {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
    const extension = extname(name);
    const file = `${name.slice(0, -extension.length)}.${hash}${extension}`;
    mkdirSync(dirname(join(assets, file)), { recursive: true });
    writeFileSync(join(assets, file), content);
    // Fonts and pictures are compressed already.
    if ([".js", ".css", ".svg"].includes(extension)) {
      const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
      writeFileSync(join(assets, `${file}.br`), brotliCompressSync(content, options));
      writeFileSync(join(assets, `${file}.gz`), gzipSync(content, { level: 9 }));
    }
    manifest[name] = `/assets/${file}`;
  };

  for (const file of fontFiles) publish(`fonts/${file}`, readFileSync(join(fontFolder, file)));
  for (const file of filesUnder("src/ui").filter((path) => stillImages.has(extname(path)))) {
    publish(basename(file), readFileSync(join(project, file)));
  }
  const [site, staff] = styleSheets();
  publish("site.css", await buildStyles(esbuild, manifest, site));
  publish("staff.css", await buildStyles(esbuild, manifest, staff));
  for (const { name, file } of scriptEntries()) publish(`${name}.js`, await buildScript(esbuild, file));
  return manifest;
}

/**
 * Two style sheets: what every page needs, with tokens, fonts and plain elements first, and what only those who work here
 * need (`*.staff.css`), which a citizen's telephone does not load. In each the parts come in the order of their paths.
 */
function styleSheets() {
  const first = ["src/ui/tokens.css", "src/ui/fonts.css", "src/ui/base.css"].filter((file) =>
    existsSync(join(project, file)),
  );
  const rest = [...filesUnder("src/ui"), ...filesUnder("src/features")].filter(
    (file) => file.endsWith(".css") && !first.includes(file),
  );
  const isForStaff = (file) => file.endsWith(".staff.css");
  return [[...first, ...rest.filter((file) => !isForStaff(file))], rest.filter(isForStaff)];
}

async function buildStyles(esbuild, manifest, files) {
  const joined = files.map((file) => readFileSync(join(project, file), "utf8")).join("\n");
  const { code } = await esbuild.transform(joined, {
    loader: "css",
    minify: true,
    target: ["chrome100", "safari15", "firefox100"],
  });
  return code.replace(/\/assets\/([a-z0-9/._-]+)/gi, (address, name) => {
    const published = manifest[name];
    if (published === undefined) throw new Error(`A style sheet names ${address}, which nothing publishes`);
    return published;
  });
}

/**
 * Small modules that make plain pages nicer: src/ui/layouts/<site>/enhance.ts, which imports what that site's parts need,
 * as `<site>.js`; and src/features/<feature>/enhance.ts, where a feature brings its own, as `<feature>.js`.
 */
function scriptEntries() {
  return ["src/ui/layouts", "src/features"]
    .flatMap(filesUnder)
    .filter((file) => basename(file) === "enhance.ts")
    .map((file) => ({ name: file.startsWith("src/features/") ? file.split("/")[2] : file.split("/")[3], file }));
}

async function buildScript(esbuild, file) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: project,
    entryPoints: [file],
    bundle: true,
    write: false,
    minify: true,
    platform: "browser",
    format: "esm",
    target: ["chrome100", "safari15", "firefox100"],
    logLevel: "warning",
  });
  return outputFiles[0].text;
}

function filesUnder(folder) {
  if (!existsSync(join(project, folder))) return [];
  return readdirSync(join(project, folder), { withFileTypes: true })
    .flatMap((found) => (found.isDirectory() ? filesUnder(`${folder}/${found.name}`) : [`${folder}/${found.name}`]))
    .sort();
}

/** Two builds may end at the same moment: the later one wins, and neither fails. */
function replaceFolder() {
  for (let attempt = 1; ; attempt++) {
    const old = join(project, `dist.${process.pid}.old`);
    try {
      if (existsSync(target)) renameSync(target, old);
      renameSync(unfinished, target);
      rmSync(old, { recursive: true, force: true });
      return;
    } catch (error) {
      rmSync(old, { recursive: true, force: true });
      if (attempt === 5) throw error;
    }
  }
}
