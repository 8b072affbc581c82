/**
 * The scale on which everything that speaks for or against a seam is weighed, in natural log-odds.
 *
 * Four steps are as fine as this judgement gets: nobody can defend a difference between 0.9 and 1.0 about
 * architectures in general. Each step is about twice the odds ratio of the one below it.
 */
export const SLIGHT = 0.4; // about 3 to 2: worth knowing, settles nothing
export const MODERATE = 0.9; // about 5 to 2: one such sign makes a person look twice
export const STRONG = 1.6; // about 5 to 1: an experienced reviewer would bet on it
export const DECISIVE = 2.6; // about 13 to 1: little short of proof

/**
 * Where every pair begins that a structural pattern proposes, before the pattern's own signs: about 3 in 100.
 * Most places where a mechanism could bite are guarded, or the system would not be in production.
 */
export const BASE = -3.5;

/** "These two need not agree on anything": somebody who knows both sides ruled the agreement out. */
export const RULED_OUT = -2 * DECISIVE;

/** Nobody knows: the less is known about a condition, the less anybody can have relied on it knowingly. */
export const NOBODY_KNOWS = MODERATE;

/** What was inferred and not answered weighs this part of what the answer would: it is as likely to be asked as to be right. */
export const GUESSED = 0.5;

/** Two people gave different answers. Two models of one guarantee are what an unstated agreement looks like. */
export const DISPUTED = STRONG;

/** A person marked the pair as a seam: they know the system, but not yet by which mechanism. */
export const MARKED = MODERATE;
