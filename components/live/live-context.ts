"use client";

import { createContext } from "react";
import type { Here } from "#lib/domain/live.ts";

type Live = {
  /** Who has which page open, oneself included. */
  readonly here: readonly Here[];
  readonly meId: string;
};

export const LiveContext = createContext<Live>({ here: [], meId: "" });
