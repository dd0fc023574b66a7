/** Does what must not be left half done: a Ctrl-C that comes meanwhile is not obeyed. */
export async function uninterrupted<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  process.on("SIGINT", goOn);
  try {
    return await work();
  } finally {
    process.off("SIGINT", goOn);
  }
}

function goOn(): void {}
