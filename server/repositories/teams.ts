import type { Role } from "#core/access/policy.ts";
import type { Database } from "../db/database.ts";
import type { Transaction } from "./transaction.ts";

export interface TeamSummary {
  readonly id: string;
  readonly name: string;
  readonly members: number;
  readonly isMember: boolean;
  readonly isLead: boolean;
}

/** The teams somebody is in, or with `all` every team, by name. */
export async function listTeamsOf(
  database: Transaction,
  userId: string,
  { all }: { readonly all: boolean },
): Promise<readonly TeamSummary[]> {
  const rows = await database.team.findMany({
    where: all ? {} : { memberships: { some: { userId } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      memberships: { where: { userId }, select: { isLead: true } },
      _count: { select: { memberships: true } },
    },
    take: 500,
  });
  return rows.map(({ id, name, memberships: [own], _count }) => ({
    id,
    name,
    members: _count.memberships,
    isMember: own !== undefined,
    isLead: own?.isLead ?? false,
  }));
}

export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly isLead: boolean;
  readonly joinedAt: Date;
}

export interface TeamWithMembers {
  readonly id: string;
  readonly name: string;
  readonly members: readonly TeamMember[];
}

/** A team and who is in it, those who lead it first. */
export async function findTeam(database: Database, id: string): Promise<TeamWithMembers | undefined> {
  const found = await database.team.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      memberships: {
        orderBy: [{ isLead: "desc" }, { joinedAt: "asc" }],
        select: {
          isLead: true,
          joinedAt: true,
          user: { select: { id: true, name: true, email: true, role: true } },
        },
        take: 500,
      },
    },
  });
  if (found === null) return undefined;
  const members = found.memberships.map(({ isLead, joinedAt, user }) => ({ ...user, isLead, joinedAt }));
  return { id: found.id, name: found.name, members };
}

export async function findTeamName(database: Transaction, id: string): Promise<string | undefined> {
  return (await database.team.findUnique({ where: { id }, select: { name: true } }))?.name;
}

export async function findMembership(
  database: Transaction,
  teamId: string,
  userId: string,
): Promise<{ readonly isLead: boolean } | undefined> {
  const found = await database.teamMembership.findUnique({
    where: { teamId_userId: { teamId, userId } },
    select: { isLead: true },
  });
  return found ?? undefined;
}

export async function createTeam(
  transaction: Transaction,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  await transaction.team.create({ data: { id, name }, select: { id: true } });
}

export async function renameTeam(transaction: Transaction, id: string, name: string): Promise<boolean> {
  return (await transaction.team.updateMany({ where: { id }, data: { name } })).count === 1;
}

export interface NewMember {
  readonly teamId: string;
  readonly userId: string;
  readonly isLead: boolean;
}

/** False when they are in it already. */
export async function addMember(
  transaction: Transaction,
  { teamId, userId, isLead }: NewMember,
): Promise<boolean> {
  const { count } = await transaction.teamMembership.createMany({
    data: { teamId, userId, isLead },
    skipDuplicates: true,
  });
  return count === 1;
}

export async function setLead(
  transaction: Transaction,
  { teamId, userId, isLead }: NewMember,
): Promise<boolean> {
  const { count } = await transaction.teamMembership.updateMany({
    where: { teamId, userId },
    data: { isLead },
  });
  return count === 1;
}

export async function removeMember(
  transaction: Transaction,
  teamId: string,
  userId: string,
): Promise<boolean> {
  return (await transaction.teamMembership.deleteMany({ where: { teamId, userId } })).count === 1;
}

/** Deletes the team when nobody is in it any more; its sketches stay with who drew them. */
export async function deleteTeamIfEmpty(transaction: Transaction, id: string): Promise<boolean> {
  const { count } = await transaction.team.deleteMany({ where: { id, memberships: { none: {} } } });
  return count === 1;
}
