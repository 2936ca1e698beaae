package org.ticketingos.client;

/** A person at a client who may write to us. */
public record Contact(String id, ClientId client, String name, String mail) {}
