import { defineConfig } from "prisma/config";

/** For Prisma's own command line; `npm start` applies migrations without it. The owner's address is the one that may. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL ?? "" },
});
