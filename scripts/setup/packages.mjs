import { runQuietly } from "./processes.mjs";

/** Whether packages of the system can be tried: we may install them only as root. */
export function mayInstallPackages() {
  return process.getuid?.() === 0;
}

/** Installs a package of Debian and its like, and starts no service of it. */
export async function installPackage(name) {
  const env = { DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  await runQuietly("apt-get", ["update", "-q"], { env });
  return runQuietly("apt-get", ["install", "-y", "-q", "--no-install-recommends", name], { env });
}

/** Installers say much more when they fail, with stack traces, and the first error is what it comes down to. */
export function firstError(output) {
  return /^(?:E|Error): (.*)/m.exec(output)?.[1].trim() ?? output.trim().split("\n").at(-1);
}
