package org.ticketingos.delivery.dataentry;

/** One line of a document's table; amounts as {@code 1180.00}. */
record LineItem(String description, String quantity, String unitPrice, String amount) {}
