-- Due work that could not be carried out: set aside for a while so that it blocks nothing, and listed for operators.

-- CreateTable
CREATE TABLE "stuck_work" (
    "id" UUID NOT NULL,
    "work" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "problem" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "tried_at" TIMESTAMPTZ(3) NOT NULL,
    "retry_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stuck_work_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "stuck_work_work_subject_id_key" ON "stuck_work"("work", "subject_id");
