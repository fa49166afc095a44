-- Credit that pays no open invoice by itself: money given back for a recovery that failed (R-HO-10).

-- CreateTable
CREATE TABLE "kept_credit" (
    "customer_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "kept_credit_pkey" PRIMARY KEY ("customer_id", "currency")
);

ALTER TABLE kept_credit ADD CONSTRAINT kept_credit_amount CHECK (amount >= 0);
