import { ferryCopies } from "#prisma/sample/copies-ferry.ts";
import { inlandCopies } from "#prisma/sample/copies-inland.ts";
import type { SampleCopy } from "#prisma/sample/shape.ts";
import type { SourceKey } from "#prisma/sample/sources.ts";

export const sampleCopies: Readonly<Partial<Record<SourceKey, SampleCopy>>> = { ...ferryCopies, ...inlandCopies };
