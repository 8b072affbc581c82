import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { firstError, installPackage, mayInstallPackages } from "./packages.mjs";

const FOLDERS = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];

/** The Redis for the tests: the one REDIS_SERVER names, or one of the system. The tests start and stop it themselves. */
export function findRedis(folders = [...(process.env.PATH ?? "").split(delimiter), ...FOLDERS]) {
  const wanted = process.env.REDIS_SERVER;
  if (wanted) return existsSync(wanted) ? wanted : undefined;
  return folders.map((folder) => join(folder, "redis-server")).find((file) => existsSync(file));
}

export async function installRedis(folders) {
  if (process.env.REDIS_SERVER)
    return `REDIS_SERVER names ${process.env.REDIS_SERVER}, which is not there: correct or unset it.`;
  const reason = mayInstallPackages()
    ? firstError((await installPackage("redis-server")).output)
    : "only root can install packages";
  if (findRedis(folders)) return 0;
  return `The tests need a Redis and none could be installed (${reason}): install it, on Debian with apt-get install -y redis-server as root, or set REDIS_SERVER to the program.`;
}
