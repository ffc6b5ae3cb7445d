-- DropIndex
DROP INDEX "Case_expiresAt_idx";

-- CreateIndex
CREATE INDEX "Case_deletedAt_expiresAt_idx" ON "Case"("deletedAt", "expiresAt");

-- CreateIndex
CREATE INDEX "RateCounter_expire_idx" ON "RateCounter"("expire");

-- CreateTable
CREATE TABLE "Job" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "until" DATETIME NOT NULL,
    "runs" INTEGER NOT NULL DEFAULT 0
);
