#!/usr/bin/env node
/**
 * `seamark`: the product on the command line. Runs on any Node from 20 on, installs what is missing, and hands over to
 * the installed one. What it prepares it says beside the output, which may be read by a program.
 */
import { join } from "node:path";
import { PROJECT, runNode, SMALL_HEAP } from "./setup/processes.mjs";
import { content, dependencies, prepare } from "./setup/steps.mjs";

const args = process.argv.slice(2);
// Only a report names published cases and words.
const needs = args[0] === "report" ? [dependencies, content] : [dependencies];
// Where all is there, a setup that runs beside this is not waited for.
const isReady = needs.every((step) => step.isDone());
const problem = isReady ? undefined : await prepare(needs);
if (problem) console.error(problem);
process.exitCode = problem
  ? 3
  : await runNode([...SMALL_HEAP, join(PROJECT, "scripts/seamark/main.ts"), ...args], { cwd: process.cwd() });
