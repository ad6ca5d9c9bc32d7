import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { loadWindowBoard } from "../loaders";
import { getCallList, getDeadlineMonth } from "./queries";
import { boardAsked, boardLane, lanesAsked, type BoardParams } from "./rules";

/** The board with the lanes an address leaves. */
export async function loadAskedBoard(params: BoardParams) {
  const asked = boardAsked(params);
  const board = await loadWindowBoard();
  return { board, asked, lanes: lanesAsked(board.lanes, asked).map(boardLane) };
}

/** Whom to ring today for the lanes an address leaves. */
export async function loadCallList(params: BoardParams) {
  const board = await loadWindowBoard();
  return readingAsStaff((ctx) => getCallList(ctx, board, boardAsked(params)));
}

export const loadDeadlineMonth = cache((month?: string) =>
  readingAsStaff((ctx) => getDeadlineMonth(ctx, month)),
);
