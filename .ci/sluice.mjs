#!/usr/bin/env node
// Runs on any Node that knows ES modules, to say in one sentence which one sluice needs.
const needed = 24;
const found = process.versions.node;
if (Number(found.split(".")[0]) < needed) {
  const zh = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "");
  process.stderr.write(
    zh
      ? `sluice 需要 Node ${needed} 或更新的版本，当前是 ${found}：请升级 Node（https://nodejs.org），或在克隆的仓库里用 npm start。\n`
      : `sluice needs Node ${needed} or newer and this is ${found}: upgrade Node (https://nodejs.org), or use npm start in a clone.\n`,
  );
  process.exitCode = 3;
} else {
  process.getBuiltinModule("node:module").enableCompileCache();
  await import("./app.js");
}
