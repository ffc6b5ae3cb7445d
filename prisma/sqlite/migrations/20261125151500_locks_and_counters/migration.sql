-- AlterTable
ALTER TABLE "Case" ADD COLUMN "passwordHash" TEXT;

-- CreateTable
CREATE TABLE "Creation" (
    "keyHash" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "salt" BLOB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    CONSTRAINT "Creation_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RateCounter" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "points" INTEGER NOT NULL,
    "expire" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "Creation_caseId_key" ON "Creation"("caseId");
