const prisma = "^(node_modules/(@prisma/|prisma/)|lib/server/db/generated/)";
const frameworks = "^node_modules/(next|react|react-dom|next-auth)/";

/** Files under `from` import files of the project only under `to` (and under themselves). */
const onlyProjectFiles = (name, from, to) => ({
  name,
  severity: "error",
  from: { path: from },
  to: {
    dependencyTypesNot: ["core", "npm", "npm-dev", "npm-no-pkg", "npm-unknown", "unknown"],
    pathNot: [from, ...to],
  },
});

const never = (name, from, to) => ({ name, severity: "error", from, to });

/** Who may import whom: ARCHITECTURE.md says why. Arrows point down; types count as imports. */
export default {
  forbidden: [
    never("domain-imports-nothing", { path: "^lib/domain/" }, { pathNot: "^lib/domain/" }),
    never("policy-imports-domain", { path: "^lib/policy/" }, { pathNot: "^lib/(policy|domain)/" }),
    never(
      "schemas-import-domain-and-zod",
      { path: "^lib/schemas/" },
      { pathNot: ["^lib/(schemas|domain)/", "^node_modules/zod/"] },
    ),
    onlyProjectFiles("formats-import-domain", "^lib/formats/", ["^lib/domain/"]),
    never("formats-know-no-framework-and-no-database", { path: "^lib/formats/" }, { path: [prisma, frameworks] }),
    onlyProjectFiles("server-rooms-import-lib", "^lib/server/[^/]+/", ["^lib/"]),
    onlyProjectFiles("server-imports-lib-and-the-sample", "^lib/server/[^/]+$", ["^lib/", "^prisma/sample/"]),
    never("use-cases-know-no-framework", { path: "^lib/server/(use-cases|queries)/" }, { path: frameworks }),
    never(
      "prisma-stays-in-repositories-and-db",
      { path: "^(app|cli|components|lib|tests|bench)/", pathNot: "^lib/server/(repositories|db)/" },
      { path: prisma },
    ),
    never(
      "repositories-and-db-are-the-bottom",
      { path: "^lib/server/(repositories|db)/" },
      { path: "^lib/server/(use-cases|queries|jobs|outside)/" },
    ),
    never("queries-write-nothing", { path: "^lib/server/queries/" }, { path: "^lib/server/use-cases/" }),
    onlyProjectFiles("components-import-domain-and-policy", "^components/", ["^lib/(domain|policy)/"]),
    never("components-know-no-server", { path: "^components/" }, { path: [prisma, "^node_modules/server-only/"] }),
    never(
      "app-reaches-data-through-use-cases-and-queries",
      { path: "^app/" },
      { path: "^lib/server/(repositories|db|outside|jobs)/" },
    ),
    never("cli-calls-use-cases-and-queries", { path: "^cli/" }, { path: "^lib/server/repositories/" }),
    never("nothing-imports-app", { pathNot: "^(app/|[.]next)" }, { path: "^app/" }),
    never(
      "the-product-knows-no-tooling",
      { path: "^(app|cli|components|lib|prisma)/" },
      { path: ["^(tests|bench|scripts)/"] },
    ),
    never(
      "the-product-needs-no-dev-dependency",
      { path: "^(app|cli|components|lib|prisma)/" },
      {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["type-only"],
      },
    ),
    never("no-cycles", {}, { circular: true }),
    never("everything-resolves", {}, { couldNotResolve: true }),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "^lib/server/db/generated/"] },
    exclude: { path: ["[.]css$", "^[.]next"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["types", "import", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".json", ".d.ts"],
    },
  },
};
