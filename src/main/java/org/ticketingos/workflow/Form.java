package org.ticketingos.workflow;
import java.util.Map;
public record Form(String id) { static Form parse(String s){return new Form(s);} Map<String,String> check(Map<String,Object> v){return Map.of();} Map<String,Object> clean(Map<String,Object> v){return v;} }
